"""Questions that only the service's own code can answer; each module has `answer`, and its answer is JSON."""
