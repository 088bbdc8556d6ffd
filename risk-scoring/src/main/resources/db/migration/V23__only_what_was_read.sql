-- What sources are told was taken for what analysts decided; of unread containers they are told the same as of cleared ones.
delete from outcome where kind = 'DECISION';
