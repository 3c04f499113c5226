import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('applications', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TrainingReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.CharField(choices=[('prefecture', '都道府県(委託を含む)'), ('association', '職能団体'), ('facility', 'この施設'), ('other', 'その他')], max_length=12, verbose_name='研修の実施主体')),
                ('name', models.CharField(max_length=100, verbose_name='研修の名称')),
                ('taken_on', models.DateField(verbose_name='受講日')),
                ('hours', models.DecimalField(decimal_places=1, max_digits=4, verbose_name='時間数')),
                ('reported_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='報告日時')),
                ('hire', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='training_report', to='applications.hire')),
                ('reported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '研修受講報告',
                'constraints': [models.CheckConstraint(condition=models.Q(('hours__gt', 0), ('hours__lte', 200)), name='training_hours_in_range', violation_error_message='研修の時間数は、0.5時間から200時間までで入力してください。')],
            },
        ),
    ]
