"""The referral form: its questions, in versions. A referral is always shown with the questions it was asked."""
