"""What is done to meetings, as steps of a deed of the room that meets."""
