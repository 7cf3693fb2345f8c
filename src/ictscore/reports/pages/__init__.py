"""Pages before they are drawn, and what draws them."""
