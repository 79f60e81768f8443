/** The colour group of a claim, by its type: visit, meeting, agreement, or another. */
export const kindOfType = (type: string): string =>
  /^(Visit|Invitation)/.test(type)
    ? 'visit'
    : /^(Meeting|Forum)/.test(type)
      ? 'meeting'
      : /^(Agreement|Relationship)/.test(type)
        ? 'agreement'
        : /^Figure/.test(type)
          ? 'figure'
          : 'person'
