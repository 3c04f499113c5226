"""What the four blocks have in common."""

from typing import Any, ClassVar

from keynet.forms.draft import EMPTY, DraftForm
from postings.lifecycle import PostingStatus
from postings.models import Posting


class BlockForm(DraftForm):
    """One block of a posting's terms. Gaps are forgiven only while the posting is a draft."""

    block: ClassVar[str]
    instance: Posting

    def __init__(self, data: Any = None, *, instance: Posting, draft: bool = False) -> None:
        self.may_be_draft = instance.status == PostingStatus.DRAFT
        super().__init__(data, instance=instance, draft=draft and self.may_be_draft)
        if self.block not in instance.saved_blocks:
            for name, value in self.suggestions().items():
                if name in self.fields and self.initial.get(name) in EMPTY:
                    self.initial[name] = value

    def suggestions(self) -> dict[str, Any]:
        """Return safe answers to begin with, from what is known of the facility."""
        return {}

    def write(self) -> bool:
        """Store what may be stored; return whether nothing is left to correct.

        Only this block's columns are written: another tab may be saving another block.
        """
        columns = self.kept()
        if columns:
            self.instance.saved_blocks = sorted({*self.instance.saved_blocks, self.block})
            self.instance.save(update_fields=[*columns, "saved_blocks", "updated_at"])
            self.written()
        return self.is_valid()
