import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='出来事')),
                ('subject', models.CharField(max_length=80, verbose_name='対象')),
                ('actor', models.CharField(max_length=100, verbose_name='行為者')),
                ('data', models.JSONField(default=dict, verbose_name='補足')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='日時')),
                ('handled_at', models.DateTimeField(null=True, verbose_name='処理日時')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='失敗回数')),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='次に試す日時')),
                ('last_error', models.TextField(blank=True, verbose_name='直近の失敗')),
            ],
            options={
                'verbose_name': '出来事',
                'indexes': [models.Index(condition=models.Q(('handled_at', None)), fields=['next_try_at', 'id'], name='event_waiting'), models.Index(fields=['subject', 'id'], name='event_history')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=60, verbose_name='種類')),
                ('subject', models.CharField(max_length=80, verbose_name='対象')),
                ('recipient', models.EmailField(max_length=254, verbose_name='宛先')),
                ('recipient_name', models.CharField(blank=True, max_length=120, verbose_name='宛先の名前')),
                ('period', models.CharField(blank=True, max_length=40, verbose_name='期')),
                ('heading', models.CharField(max_length=200, verbose_name='件名')),
                ('body', models.TextField(blank=True, verbose_name='本文')),
                ('stop_url', models.URLField(blank=True, max_length=300, verbose_name='配信停止のURL')),
                ('status', models.CharField(choices=[('pending', '送信待ち'), ('sending', '送信中'), ('sent', '送信済み'), ('unknown', '届いたか不明'), ('failed', '送れませんでした'), ('suppressed', '取りやめ')], default='pending', max_length=12, verbose_name='状態')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='送信回数')),
                ('unconfirmed', models.PositiveSmallIntegerField(default=0, verbose_name='受領の返事がなかった回数')),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='次に試す日時')),
                ('lease_until', models.DateTimeField(null=True, verbose_name='送信中の期限')),
                ('last_error', models.CharField(blank=True, max_length=500, verbose_name='直近の失敗')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='作成日時')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='送信日時')),
            ],
            options={
                'verbose_name': '手紙',
                'indexes': [models.Index(condition=models.Q(('status', 'pending')), fields=['next_try_at', 'id'], name='letter_due'), models.Index(condition=models.Q(('status', 'sending')), fields=['lease_until'], name='letter_leased'), models.Index(fields=['subject', 'kind'], name='letter_about'), models.Index(fields=['-created_at'], name='letter_newest')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject', 'recipient', 'period'), name='letter_once', violation_error_message='同じ手紙を二度送ることはできません。'), models.CheckConstraint(condition=models.Q(models.Q(('recipient__contains', ','), _negated=True), models.Q(('recipient__contains', '\n'), _negated=True), ('recipient__contains', '@')), name='letter_one_recipient', violation_error_message='手紙の宛先は1つだけにしてください。'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='letter_sent_has_time', violation_error_message='送信済みの手紙には送信日時が必要です。')],
            },
        ),
    ]
