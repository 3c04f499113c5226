import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(max_length=254, verbose_name='メールアドレス')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
            ],
            options={
                'verbose_name': '条件お知らせの宛先',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('address'), name='subscriber_address_once', violation_error_message='このメールアドレスは登録されています。')],
            },
        ),
        migrations.CreateModel(
            name='SavedCondition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('query', models.CharField(blank=True, max_length=4000, verbose_name='条件')),
                ('frequency', models.CharField(choices=[('daily', '毎日'), ('weekly', '毎週')], default='daily', max_length=6, verbose_name='頻度')),
                ('status', models.CharField(choices=[('waiting', 'メールの確認待ち'), ('active', '受け取り中'), ('paused', '一時停止中'), ('stopped', '停止')], default='waiting', max_length=7, verbose_name='状態')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='開始日時')),
                ('told_until', models.DateTimeField(blank=True, null=True, verbose_name='この日時までの求人は知らせた')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='停止日時')),
                ('stop_reason', models.CharField(blank=True, choices=[('found', '仕事が決まった'), ('searched', '自分で検索することにした'), ('unfit', '合う求人が届かなかった'), ('many', 'メールが多かった'), ('other', 'そのほか')], max_length=8, verbose_name='停止の理由')),
                ('subscriber', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='alerts.subscriber')),
            ],
            options={
                'verbose_name': '条件お知らせ',
                'indexes': [models.Index(condition=models.Q(('status', 'active')), fields=['subscriber', 'id'], name='condition_wanted')],
                'constraints': [models.UniqueConstraint(models.F('subscriber'), django.db.models.functions.text.MD5('query'), name='condition_once', violation_error_message='同じ条件のお知らせがあります。'), models.CheckConstraint(condition=models.Q(models.Q(('query', ''), ('status', 'stopped'), ('subscriber', None)), models.Q(models.Q(('status', 'stopped'), _negated=True), ('subscriber__isnull', False), models.Q(('query', ''), _negated=True)), _connector='OR'), name='condition_stopped_is_nobodys', violation_error_message='停止した条件お知らせには、宛先と条件を残せません。'), models.CheckConstraint(condition=models.Q(('status', 'waiting'), models.Q(('started_at__isnull', False), ('told_until__isnull', False)), _connector='OR'), name='condition_started_has_time', violation_error_message='メールの確認が済んでいない条件では、お知らせできません。')],
            },
        ),
    ]
