"""Applications as a Django app."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications, inquiries, hires."""

    name = "applications"

    def ready(self) -> None:
        """Register the kinds of letter, whose data is erased, what follows an address, and what waits for a facility."""
        from applications import letters  # noqa: F401  (declaring a kind registers it)
        from applications.masking import mask_application_again, mask_inquiry_again
        from applications.mine.moving import follow
        from applications.models import Application, Inquiry
        from applications.safekeeping import letters as of_safekeeping  # noqa: F401  (the same)
        from applications.safekeeping.contacts import known_contacts, mask_contact
        from applications.safekeeping.people import erase_again, known_people
        from applications.todo import todos_of_inbox
        from applications.waiting import letters as of_silence  # noqa: F401  (the same)
        from keynet.accounts.address import MOVES
        from keynet.privacy.ledger import ERASABLES, Erasable
        from postings.upkeep.todo import SOURCES

        MOVES.append(follow)
        SOURCES.append(todos_of_inbox)
        ERASABLES.append(Erasable(lambda: Application.objects.known(), mask_application_again))
        ERASABLES.append(Erasable(known_people, erase_again))
        ERASABLES.append(Erasable(lambda: Inquiry.objects.known(), mask_inquiry_again))
        ERASABLES.append(Erasable(known_contacts, mask_contact))
