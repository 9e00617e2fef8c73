"""Who may do what, to which row, and why: permissions, roles, memberships, actors, row security.

Two walls from one fact: an actor holds grants, a protected row carries grants, and it shows where they overlap.
Must never hold: a rule about Prevent (those stand in each part’s policies)."""
