"""Questions and answers: from a question to claims that are cited and checked."""
