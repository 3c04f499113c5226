from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / 'sql'


class Migration(migrations.Migration):

    dependencies = [
        ('facilities', '0002_people_and_branches'),
    ]

    operations = [
        migrations.RunSQL((SQL / 'last_admin.sql').read_text(), (SQL / 'last_admin_reverse.sql').read_text()),
        migrations.RunSQL((SQL / 'registered_email.sql').read_text(), migrations.RunSQL.noop),
    ]
