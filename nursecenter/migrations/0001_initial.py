import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='StatReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='表題')),
                ('origin', models.CharField(max_length=200, verbose_name='出典')),
                ('compiled_by', models.CharField(max_length=200, verbose_name='集計')),
                ('period_as_printed', models.CharField(max_length=200, verbose_name='集計期間（原表のまま）')),
                ('period_from', models.DateField(verbose_name='集計期間の始まり')),
                ('as_of', models.DateField(verbose_name='集計期間の終わり')),
                ('reported_on', models.DateField(verbose_name='報告の時点')),
                ('source', models.BinaryField(verbose_name='元のファイル')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='元のファイルの要約値')),
                ('totals', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), size=None, verbose_name='計')),
                ('totals_are_sums', models.BooleanField(default=False, verbose_name='計は計算値')),
                ('warnings', models.JSONField(blank=True, default=list, verbose_name='取り込み時の注意')),
                ('imported_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='取込日時')),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='公開日時')),
            ],
            options={
                'verbose_name': 'ナースセンター集計表',
                'constraints': [models.CheckConstraint(condition=models.Q(('period_from__lte', models.F('as_of'))), name='stat_report_period', violation_error_message='集計期間の終わりは、始まりより後の日付にしてください。')],
            },
        ),
        migrations.CreateModel(
            name='StatNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('marker', models.CharField(blank=True, max_length=4, verbose_name='注の番号')),
                ('text', models.TextField(verbose_name='本文')),
                ('position', models.PositiveSmallIntegerField(verbose_name='順')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='nursecenter.statreport')),
            ],
            options={
                'verbose_name': '集計表の注',
                'ordering': ('position',),
            },
        ),
        migrations.CreateModel(
            name='StatColumn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='順')),
                ('key', models.CharField(max_length=30, verbose_name='列')),
                ('label', models.CharField(max_length=200, verbose_name='見出し')),
                ('period_from', models.DateField(verbose_name='この列の始まり')),
                ('period_note', models.CharField(blank=True, max_length=200, verbose_name='この列の期間の補足')),
                ('part_of', models.CharField(blank=True, max_length=30, verbose_name='内数の元の列')),
                ('marker', models.CharField(blank=True, max_length=4, verbose_name='注の番号')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='columns', to='nursecenter.statreport')),
            ],
            options={
                'verbose_name': '集計表の列',
                'ordering': ('position',),
                'constraints': [models.UniqueConstraint(fields=('report', 'position'), name='stat_column_once', violation_error_message='同じ位置の列がすでにあります。')],
            },
        ),
        migrations.CreateModel(
            name='StatRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefecture', models.CharField(choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='都道府県')),
                ('figures', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), size=None, verbose_name='数値')),
                ('phone_as_printed', models.CharField(max_length=20, verbose_name='連絡先（原表のまま）')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='nursecenter.statreport')),
            ],
            options={
                'verbose_name': '集計表の行',
                'ordering': ('prefecture',),
                'constraints': [models.UniqueConstraint(fields=('report', 'prefecture'), name='stat_row_once', violation_error_message='同じ都道府県の行がすでにあります。')],
            },
        ),
    ]
