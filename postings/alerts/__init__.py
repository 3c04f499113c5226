"""Who is told of a posting: recruiters who volunteered, and the letters of publication, stop and end."""
