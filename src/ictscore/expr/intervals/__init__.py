"""What an expression can come to, whatever the answers: exact ranges that leave nothing out."""
