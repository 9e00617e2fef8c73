from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "waymark.pathway.consent"
    label = "consent"

    def ready(self) -> None:
        from waymark.pathway.referrals.actions import carrying

        from . import models, retention

        retention.declare_retention()
        carrying.hang(models.Consent, "case__referral")
        carrying.hang(models.Objection, "consent__case__referral")
        carrying.hang(models.Resolution, "objection__consent__case__referral")
        carrying.hang(models.Withdrawal, "consent__case__referral")
        carrying.hang(models.Reassessment, "case__referral")
        carrying.hang(models.Reassessed, "reassessment__case__referral")
