"""What a change of answers would do, the smallest change that reaches a target, and how closely lines are won; exact, by scoring again."""
