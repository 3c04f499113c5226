"""What holds around people's data: notice before it goes, a hold for a dispute, an emergency with a written reason."""
