import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='メールアドレス')),
                ('name', models.CharField(max_length=80, verbose_name='氏名')),
                ('is_active', models.BooleanField(default=True, verbose_name='利用中')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='登録日時')),
            ],
            options={
                'verbose_name': '利用者',
            },
        ),
        migrations.CreateModel(
            name='MailedLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('registration', '申請の入力・修正'), ('prove_registration', '申請のメール確認'), ('first_login', '初回ログイン'), ('application', '応募の状況'), ('inquiry', '問い合わせの状況'), ('recruiter_opt_in', '新着連絡の受け取り確認')], max_length=24, verbose_name='目的')),
                ('subject', models.CharField(max_length=80, verbose_name='対象')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='照合値')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('expires_at', models.DateTimeField(null=True, verbose_name='期限')),
                ('used_at', models.DateTimeField(null=True, verbose_name='使用日時')),
            ],
            options={
                'verbose_name': 'メールのリンク',
                'indexes': [models.Index(fields=['subject', 'purpose'], name='mailed_link_subject')],
            },
        ),
        migrations.CreateModel(
            name='MailProof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=80, verbose_name='対象')),
                ('digest', models.CharField(max_length=64, verbose_name='照合値')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='試した回数')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('expires_at', models.DateTimeField(verbose_name='期限')),
            ],
            options={
                'verbose_name': '確認コード',
                'indexes': [models.Index(fields=['subject', '-created_at'], name='mail_proof_subject')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(choices=[('office', '運営事務局'), ('ministry', '厚生労働省'), ('prefecture', '都道府県'), ('nurse_center', 'ナースセンター')], max_length=20, verbose_name='所属')),
                ('prefecture', models.CharField(blank=True, choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='都道府県')),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='開始日時')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='終了日時')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '配属',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user', 'body', 'prefecture'), name='appointment_once', violation_error_message='この方はすでに配属されています。'), models.CheckConstraint(condition=models.Q(models.Q(('body__in', ['office', 'ministry']), ('prefecture', '')), models.Q(('body__in', ['prefecture', 'nurse_center']), models.Q(('prefecture', ''), _negated=True)), _connector='OR'), name='appointment_prefecture_fits_body', violation_error_message='都道府県とナースセンターの配属には、都道府県を選んでください。')],
            },
        ),
    ]
