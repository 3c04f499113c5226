import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Parts of names and words of postings are looked up by trigrams.
        TrigramExtension(),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('prefectural_office', '都道府県担当課'), ('coordination_desk', '都道府県調整本部'), ('reception_desk', '求職者の受付窓口'), ('nurse_center', '都道府県ナースセンター'), ('hello_work', 'ハローワーク')], max_length=20, verbose_name='種類')),
                ('prefecture', models.CharField(choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='都道府県')),
                ('name', models.CharField(max_length=100, verbose_name='名称')),
                ('phone', models.CharField(blank=True, max_length=11, verbose_name='電話番号')),
                ('url', models.URLField(blank=True, max_length=300, verbose_name='ウェブサイト')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='所在地')),
                ('hours', models.CharField(blank=True, max_length=100, verbose_name='受付時間')),
                ('phone_as_of', models.DateField(blank=True, null=True, verbose_name='電話番号の時点')),
                ('reported_at', models.DateTimeField(blank=True, null=True, verbose_name='報告日時')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='閉鎖日')),
            ],
            options={
                'verbose_name': '窓口',
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on', None), models.Q(('kind', 'hello_work'), _negated=True)), fields=('kind', 'prefecture'), name='desk_once_per_prefecture', violation_error_message='この都道府県には、同じ種類の窓口がすでにあります。')],
            },
        ),
        migrations.CreateModel(
            name='Facility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(blank=True, choices=[('hospital', '病院'), ('clinic', '診療所'), ('test_center', '地域外来・検査センター'), ('health_center', '保健所'), ('municipality', '市町村・特別区'), ('prefecture', '都道府県'), ('checkup_org', '健診機関等')], max_length=20, verbose_name='機関の種類')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='機関の名称')),
                ('institution_code', models.CharField(blank=True, max_length=10, verbose_name='医療機関コード')),
                ('lg_code', models.CharField(blank=True, max_length=6, verbose_name='全国地方公共団体コード')),
                ('gmis_id', models.CharField(blank=True, max_length=20, verbose_name='G-MISのID')),
                ('entrusted_by', models.CharField(blank=True, max_length=80, verbose_name='設置・委託元の自治体')),
                ('postal_code', models.CharField(blank=True, max_length=7, verbose_name='郵便番号')),
                ('prefecture', models.CharField(blank=True, choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='都道府県')),
                ('city', models.CharField(blank=True, max_length=60, verbose_name='市区町村')),
                ('address', models.CharField(blank=True, max_length=120, verbose_name='町名・番地')),
                ('building', models.CharField(blank=True, max_length=80, verbose_name='建物名・階')),
                ('phone', models.CharField(blank=True, max_length=11, verbose_name='代表電話')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='確認日時')),
            ],
            options={
                'verbose_name': '施設',
                'constraints': [models.UniqueConstraint(condition=models.Q(models.Q(('institution_code', ''), _negated=True), ('confirmed_at__isnull', False)), fields=('institution_code',), name='facility_institution_once', violation_error_message='この医療機関コードの施設は、すでに登録されています。'), models.CheckConstraint(condition=models.Q(('confirmed_at', None), models.Q(models.Q(('kind', ''), _negated=True), models.Q(('name', ''), _negated=True), models.Q(('prefecture', ''), _negated=True), models.Q(('city', ''), _negated=True), models.Q(('address', ''), _negated=True)), _connector='OR'), name='facility_confirmed_is_complete', violation_error_message='確認済みの施設には、種類・名称・所在地が必要です。')],
            },
        ),
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, unique=True, verbose_name='都道府県番号つき医療機関コード')),
                ('short_code', models.CharField(max_length=7, verbose_name='医療機関コード')),
                ('name', models.CharField(max_length=200, verbose_name='名称')),
                ('prefecture', models.CharField(choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='都道府県')),
                ('postal_code', models.CharField(blank=True, max_length=7, verbose_name='郵便番号')),
                ('address', models.CharField(max_length=300, verbose_name='所在地')),
                ('search_key', models.CharField(max_length=600, verbose_name='検索用')),
            ],
            options={
                'verbose_name': '医療機関',
                'indexes': [models.Index(fields=['short_code'], name='institution_short_code'), django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='institution_search', opclasses=['gin_trgm_ops'])],
            },
        ),
        migrations.CreateModel(
            name='DeskAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(max_length=254, verbose_name='送付先')),
                ('since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='登録日時')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='停止日時')),
                ('desk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='facilities.desk')),
            ],
            options={
                'verbose_name': '窓口の送付先',
                'constraints': [models.UniqueConstraint(condition=models.Q(('stopped_at', None)), fields=('desk', 'address'), name='desk_address_once', violation_error_message='この送付先は、すでに登録されています。')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('admin', '管理者'), ('member', '担当者')], default='member', max_length=10, verbose_name='役割')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='開始日時')),
                ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='終了日時')),
                ('facility', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='facilities.facility')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '所属',
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('user', 'facility'), name='membership_once', violation_error_message='この方はすでにこの施設の担当者です。')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(blank=True, editable=False, max_length=16, verbose_name='受付番号')),
                ('status', models.CharField(choices=[('draft', '入力中'), ('unproved', 'メール確認待ち'), ('waiting', '確認待ち'), ('returned', '差戻し（不備あり）'), ('confirmed', '確認済み'), ('rejected', '受付不可')], default='draft', max_length=12, verbose_name='状態')),
                ('department', models.CharField(blank=True, max_length=60, verbose_name='担当部署')),
                ('contact_name', models.CharField(blank=True, max_length=80, verbose_name='担当者の氏名')),
                ('contact_kana', models.CharField(blank=True, max_length=80, verbose_name='担当者のフリガナ')),
                ('contact_phone', models.CharField(blank=True, max_length=11, verbose_name='担当者の電話番号')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='担当者のメールアドレス')),
                ('saved_blocks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name='保存した区分')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='更新日時')),
                ('received_at', models.DateTimeField(blank=True, null=True, verbose_name='受付日時')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='処理日時')),
                ('reject_reason', models.TextField(blank=True, max_length=500, verbose_name='受付不可の理由')),
                ('first_login_at', models.DateTimeField(blank=True, null=True, verbose_name='初回ログイン日時')),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('facility', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='facilities.facility')),
            ],
            options={
                'verbose_name': '申請',
                'indexes': [models.Index(fields=['status', 'received_at'], name='registration_queue')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('number',), name='registration_number_once', violation_error_message='同じ受付番号がすでにあります。'), models.CheckConstraint(condition=models.Q(('status__in', ['draft']), models.Q(models.Q(('contact_email', ''), _negated=True), models.Q(('contact_name', ''), _negated=True)), _connector='OR'), name='registration_has_contact', violation_error_message='担当者の氏名とメールアドレスを入力してください。'), models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'unproved']), models.Q(('received_at__isnull', False), models.Q(('number', ''), _negated=True)), _connector='OR'), name='registration_received_has_number', violation_error_message='受け付けた申請には、受付番号と受付日時が必要です。')],
            },
        ),
    ]
