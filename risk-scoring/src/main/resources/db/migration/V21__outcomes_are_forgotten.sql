-- With their scan, when it may be kept no longer.
grant delete on outcome to ${application_role};
