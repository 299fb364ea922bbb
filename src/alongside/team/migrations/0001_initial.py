import alongside.common.clock
import alongside.common.fields
import alongside.common.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('language', models.CharField(blank=True, max_length=10)),
                ('is_active', models.BooleanField(default=True)),
                ('session_mark', models.CharField(blank=True, editable=False, max_length=32)),
                ('links_made', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('is_demo', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CoachPage',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('hello', alongside.common.fields.SealedText(blank=True, default='', max_length=2000, verbose_name='A few words of welcome')),
                ('lived_experience', alongside.common.fields.SealedText(blank=True, default='', max_length=4000, verbose_name='What I have lived through, as far as I want to share it')),
                ('languages', alongside.common.fields.SealedText(blank=True, default='', max_length=300, verbose_name='Languages I speak')),
                ('training', alongside.common.fields.SealedText(blank=True, default='', max_length=2000, verbose_name='What I have trained in')),
                ('is_shown', models.BooleanField(default=False, verbose_name='Show this page to my program')),
                ('account', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='page', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KeptForm',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('sealed', models.BinaryField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='account',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='team.organization'),
        ),
        migrations.CreateModel(
            name='Program',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('walking', models.CharField(choices=[('together', 'together: its coaches see all its people'), ('own_people', 'own people: paired coaches and their supervisor')], default='together', max_length=12, verbose_name='who walks with whom')),
                ('word', models.CharField(choices=[('recoveree', 'recoveree'), ('participant', 'participant'), ('guest', 'guest'), ('member', 'member')], default='recoveree', max_length=12, verbose_name='word for the people you serve')),
                ('paper', models.CharField(choices=[('us-letter', 'Letter (United States)'), ('a4', 'A4')], default='us-letter', max_length=9, verbose_name='paper in your printer')),
                ('crisis_line_name', models.CharField(blank=True, max_length=80, verbose_name='name of your crisis line')),
                ('crisis_line_phone', models.CharField(blank=True, max_length=40, verbose_name='its number')),
                ('quiet_days', models.PositiveSmallIntegerField(default=21, verbose_name='days after which Today says that someone has not been reached')),
                ('small_count', models.PositiveSmallIntegerField(default=11, verbose_name='counts below this are left out of published figures')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programs', to='team.organization')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('role', models.CharField(choices=[('coach', 'Coach'), ('outreach_worker', 'Outreach worker'), ('supervisor', 'Supervisor'), ('trainer', 'Trainer'), ('manager', 'Program manager'), ('evaluator', 'Evaluator'), ('administrator', 'Administrator')], max_length=20, verbose_name='role')),
                ('since', models.DateField(default=alongside.common.clock.today, verbose_name='from')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('supervised_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supervises', to=settings.AUTH_USER_MODEL)),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='team.program')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='team.program')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('program', 'name'), name='site_name')],
            },
        ),
        migrations.CreateModel(
            name='WordChoice',
            fields=[
                ('id', models.UUIDField(default=alongside.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=alongside.common.clock.now, editable=False)),
                ('kind', models.CharField(choices=[('own', 'Look out for it: it is a word of our own'), ('instead', 'Suggest something else for it'), ('leave', 'Leave this word alone')], max_length=8, verbose_name='What to do')),
                ('language', models.CharField(choices=[('en', 'English'), ('es', 'Spanish')], max_length=8, verbose_name='Language')),
                ('rule', models.CharField(blank=True, editable=False, max_length=80)),
                ('word', alongside.common.fields.SealedText(default='', max_length=80, verbose_name='The word')),
                ('instead', alongside.common.fields.SealedText(blank=True, default='', max_length=120, verbose_name='What to say instead')),
                ('why', alongside.common.fields.SealedText(default='', max_length=300, verbose_name='Why')),
                ('ended_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='team.program')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
