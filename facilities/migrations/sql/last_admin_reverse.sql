DROP TRIGGER membership_last_admin ON facilities_membership;
DROP FUNCTION facilities_last_admin();
