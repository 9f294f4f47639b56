"""What people type, by what it speaks of. Forms check; they write nothing."""
