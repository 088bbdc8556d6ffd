import type { Party } from '../api/types';

/** A company as it may be shown: name, place and country, and nothing else of what the source sent. */
export interface Company {
  name: string | null;
  city: string | null;
  country: string | null;
}

function textAt(party: object, ...names: string[]): string | null {
  for (const [key, value] of Object.entries(party) as [string, unknown][]) {
    if (names.includes(key.toLowerCase()) && typeof value === 'string' && value.trim() !== '') {
      return value.trim();
    }
  }
  return null;
}

export function companyOf(party: Party): Company | null {
  if (typeof party === 'string') {
    return party.trim() === '' ? null : { name: party.trim(), city: null, country: null };
  }
  if (typeof party !== 'object' || party === null) {
    return null;
  }
  const company = {
    name: textAt(party, 'name', 'companyname', 'company'),
    city: textAt(party, 'city', 'town'),
    country: textAt(party, 'country', 'countrycode'),
  };
  return company.name === null && company.city === null && company.country === null ? null : company;
}
