// MentoringApp
