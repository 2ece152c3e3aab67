"""What serves the pages: the frame around them, security headers, downloads, error pages."""
