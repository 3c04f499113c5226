CREATE VIEW reports_checkround AS
SELECT 'review:' || id AS id, posting_id, received_at, due_on, decided_at, outcome FROM postings_review
UNION ALL
SELECT 'posting:' || id, id, submitted_at, due_on, NULL, '' FROM postings_posting WHERE status = 'submitted';

-- Only rows of the apps below are read; what the words of a line are is said in Python (applications/reports/log.py).
CREATE VIEW reports_logline AS
SELECT
    'event:' || id AS id,
    at,
    name,
    actor,
    CASE WHEN actor ~ '^user:[0-9]{1,18}$' THEN split_part(actor, ':', 2)::bigint END AS person,
    split_part(subject, ':', 1) AS noun,
    CASE WHEN subject ~ '^[a-z]+:[0-9]{1,18}$' THEN split_part(subject, ':', 2)::bigint END AS number
FROM outbox_event
UNION ALL
SELECT
    'reading:' || id,
    at,
    'reading.' || page,
    'user:' || actor_id,
    actor_id,
    CASE WHEN application_id IS NOT NULL THEN 'application' WHEN inquiry_id IS NOT NULL THEN 'inquiry' ELSE 'facility' END,
    coalesce(application_id, inquiry_id, facility_id)
FROM applications_personalaccess;
