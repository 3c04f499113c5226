import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('postings', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('submission_id', models.UUIDField(unique=True, verbose_name='送信の番号')),
                ('status', models.CharField(choices=[('unproved', 'メール確認待ち'), ('submitted', '新着'), ('reviewing', '確認中'), ('interview', '面接調整・面接'), ('offered', '内定'), ('hired', '採用'), ('not_selected', '不採用'), ('withdrawn', '辞退'), ('declined', '内定辞退'), ('hired_elsewhere', '他で採用'), ('lapsed', '連絡なし終了'), ('cancelled', '採用取消・就業せず')], default='unproved', max_length=16, verbose_name='状態')),
                ('family_name', models.CharField(max_length=40, verbose_name='姓')),
                ('given_name', models.CharField(blank=True, max_length=40, verbose_name='名')),
                ('family_kana', models.CharField(blank=True, max_length=40, verbose_name='セイ')),
                ('given_kana', models.CharField(blank=True, max_length=40, verbose_name='メイ')),
                ('email', models.EmailField(max_length=254, verbose_name='メールアドレス')),
                ('phone', models.CharField(max_length=11, verbose_name='電話番号')),
                ('call_hours', models.CharField(blank=True, max_length=60, verbose_name='連絡できる時間帯')),
                ('prefecture', models.CharField(choices=[('01', '北海道'), ('02', '青森県'), ('03', '岩手県'), ('04', '宮城県'), ('05', '秋田県'), ('06', '山形県'), ('07', '福島県'), ('08', '茨城県'), ('09', '栃木県'), ('10', '群馬県'), ('11', '埼玉県'), ('12', '千葉県'), ('13', '東京都'), ('14', '神奈川県'), ('15', '新潟県'), ('16', '富山県'), ('17', '石川県'), ('18', '福井県'), ('19', '山梨県'), ('20', '長野県'), ('21', '岐阜県'), ('22', '静岡県'), ('23', '愛知県'), ('24', '三重県'), ('25', '滋賀県'), ('26', '京都府'), ('27', '大阪府'), ('28', '兵庫県'), ('29', '奈良県'), ('30', '和歌山県'), ('31', '鳥取県'), ('32', '島根県'), ('33', '岡山県'), ('34', '広島県'), ('35', '山口県'), ('36', '徳島県'), ('37', '香川県'), ('38', '愛媛県'), ('39', '高知県'), ('40', '福岡県'), ('41', '佐賀県'), ('42', '長崎県'), ('43', '熊本県'), ('44', '大分県'), ('45', '宮崎県'), ('46', '鹿児島県'), ('47', '沖縄県')], max_length=2, verbose_name='お住まいの都道府県')),
                ('city', models.CharField(blank=True, max_length=60, verbose_name='お住まいの市区町村')),
                ('licences', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('doctor', '医師'), ('public_health_nurse', '保健師'), ('midwife', '助産師'), ('nurse', '看護師'), ('assistant_nurse', '准看護師'), ('radiographer', '診療放射線技師'), ('laboratory_technologist', '臨床検査技師'), ('clinical_engineer', '臨床工学技士'), ('pharmacist', '薬剤師'), ('paramedic', '救急救命士'), ('clerk', '事務職'), ('other', 'その他')], max_length=30), blank=True, size=None, verbose_name='お持ちの資格')),
                ('years_of_experience', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='経験年数')),
                ('years_away', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='離職してからの年数')),
                ('available', models.CharField(blank=True, max_length=200, verbose_name='働ける日・開始できる日')),
                ('training_history', models.CharField(blank=True, max_length=200, verbose_name='受けた研修')),
                ('interview_wish', models.CharField(choices=[('any', 'どちらでもよい'), ('in_person', '対面'), ('online', 'オンライン')], default='any', max_length=10, verbose_name='面接の希望')),
                ('message', models.TextField(blank=True, max_length=800, verbose_name='志望動機・自己PR')),
                ('consented_at', models.DateTimeField(verbose_name='個人情報の取り扱いへの同意日時')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='応募日時')),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='状態の変更日時')),
                ('direct_selection_on', models.DateField(blank=True, null=True, verbose_name='直接選考へ移行した日')),
                ('stated_version', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='変更内容を明示した版')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='内定を承諾した日時')),
                ('masked_at', models.DateTimeField(blank=True, null=True, verbose_name='個人情報を消した日時')),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='postings.posting')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='postings.postingversion')),
            ],
            options={
                'verbose_name': '応募',
            },
        ),
        migrations.CreateModel(
            name='Hire',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hired_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='採用日時')),
                ('starts_on', models.DateField(verbose_name='勤務開始日')),
                ('licence_seen_on', models.DateField(blank=True, null=True, verbose_name='免許証の原本を確認した日')),
                ('licence_seen_by', models.CharField(blank=True, max_length=80, verbose_name='免許証の原本を確認した人')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='取消日時')),
                ('cancel_reason', models.CharField(blank=True, max_length=200, verbose_name='取消の理由')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hires', to='applications.application')),
                ('hired_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hires', to='postings.posting')),
            ],
            options={
                'verbose_name': '採用',
            },
        ),
        migrations.CreateModel(
            name='Inquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('submission_id', models.UUIDField(unique=True, verbose_name='送信の番号')),
                ('status', models.CharField(choices=[('unproved', 'メール確認待ち'), ('open', '未対応'), ('answered', '回答済み')], default='unproved', max_length=10, verbose_name='状態')),
                ('name', models.CharField(max_length=40, verbose_name='お名前（ニックネームも可）')),
                ('email', models.EmailField(max_length=254, verbose_name='メールアドレス')),
                ('text', models.TextField(max_length=300, verbose_name='質問')),
                ('answer', models.TextField(blank=True, max_length=1000, verbose_name='回答')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='受付日時')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='回答日時')),
                ('masked_at', models.DateTimeField(blank=True, null=True, verbose_name='個人情報を消した日時')),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inquiries', to='postings.posting')),
            ],
            options={
                'verbose_name': '問い合わせ',
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(choices=[('invite', '面接のご案内'), ('offer', '内定'), ('not_select', '今回は見送り'), ('hire', '採用'), ('cancel', '採用の取消')], max_length=12, verbose_name='手続き')),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='何回目')),
                ('text', models.TextField(max_length=2000, verbose_name='本文')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='送信日時')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='applications.application')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '施設からの連絡',
            },
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['posting', 'status', '-submitted_at'], name='application_inbox'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(models.F('posting'), django.db.models.functions.text.Lower('email'), condition=models.Q(('masked_at', None), ('status__in', ['submitted', 'reviewing', 'interview', 'offered', 'hired'])), name='application_once_per_posting', violation_error_message='この求人には、すでに応募しています。'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'unproved'), ('submitted_at__isnull', False), _connector='OR'), name='application_submitted_has_time', violation_error_message='受け付けた応募には応募日時が必要です。'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('masked_at', None), models.Q(('available', ''), ('call_hours', ''), ('city', ''), ('email', ''), ('family_kana', ''), ('family_name', ''), ('given_kana', ''), ('given_name', ''), ('interview_wish', 'any'), ('licences', []), ('message', ''), ('phone', ''), ('prefecture', ''), ('training_history', ''), ('years_away', None), ('years_of_experience', None)), _connector='OR'), name='application_masked_is_blank', violation_error_message='個人情報を消した応募に、個人情報は残せません。'),
        ),
        migrations.AddIndex(
            model_name='hire',
            index=models.Index(condition=models.Q(('cancelled_at', None)), fields=['posting'], name='hire_of_posting'),
        ),
        migrations.AddConstraint(
            model_name='hire',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at', None)), fields=('application',), name='hire_once_per_application', violation_error_message='この応募は、すでに採用になっています。'),
        ),
        migrations.AddIndex(
            model_name='inquiry',
            index=models.Index(fields=['posting', 'status', '-submitted_at'], name='inquiry_inbox'),
        ),
        migrations.AddConstraint(
            model_name='inquiry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'answered'), _negated=True), models.Q(('answered_at__isnull', False), models.Q(models.Q(('answer', ''), _negated=True), ('masked_at__isnull', False), _connector='OR')), _connector='OR'), name='inquiry_answered_has_answer', violation_error_message='回答を入力してください。'),
        ),
        migrations.AddConstraint(
            model_name='inquiry',
            constraint=models.CheckConstraint(condition=models.Q(('masked_at', None), models.Q(('answer', ''), ('email', ''), ('name', ''), ('text', '')), _connector='OR'), name='inquiry_masked_is_blank', violation_error_message='個人情報を消した問い合わせに、個人情報は残せません。'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.UniqueConstraint(fields=('application', 'step', 'number'), name='message_once_per_step', violation_error_message='この連絡は、すでに送っています。'),
        ),
    ]
