import django.contrib.postgres.fields
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Recruiter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('company', models.CharField(max_length=100, verbose_name='事業者の名称')),
                ('licence_number', models.CharField(max_length=20, verbose_name='許可番号')),
                ('address', models.EmailField(max_length=254, unique=True, verbose_name='送付先')),
                ('occupations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('doctor', '医師'), ('public_health_nurse', '保健師'), ('midwife', '助産師'), ('nurse', '看護師'), ('assistant_nurse', '准看護師'), ('radiographer', '診療放射線技師'), ('laboratory_technologist', '臨床検査技師'), ('clinical_engineer', '臨床工学技士'), ('pharmacist', '薬剤師'), ('paramedic', '救急救命士'), ('clerk', '事務職'), ('other', 'その他')], max_length=30), blank=True, default=list, size=None, verbose_name='職種')),
                ('prefectures', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2), blank=True, default=list, size=None, verbose_name='都道府県')),
                ('chosen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='職種・都道府県の時点')),
                ('status', models.CharField(choices=[('invited', '受け取りの確認待ち'), ('active', '受け取り中'), ('stopped', '停止')], default='invited', max_length=8, verbose_name='状態')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='登録日時')),
                ('opted_in_at', models.DateTimeField(blank=True, null=True, verbose_name='受け取りの確認日時')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='停止日時')),
            ],
            options={
                'verbose_name': '民間職業紹介事業者',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('status', 'active'), _negated=True), ('opted_in_at__isnull', False), _connector='OR'), name='recruiter_active_opted_in', violation_error_message='受け取りの確認が済んでいない事業者には送れません。')],
            },
        ),
    ]
