-- The address that proved a facility's registration is the one that the office may send access to.
UPDATE facilities_facility f SET registered_email = lower(r.contact_email)
FROM facilities_registration r
WHERE r.facility_id = f.id AND r.status = 'confirmed' AND f.confirmed_at IS NOT NULL;
