"""The trail can be added to, and nothing else."""

from alongside.common.triggers import Refusal

APPEND_ONLY = Refusal(
    "audit_entry", ("UPDATE", "DELETE", "TRUNCATE"), "The trail can only be added to."
)
