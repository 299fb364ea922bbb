"""What is done to cohorts and in their rooms. Each act writes its line in the trail."""
