import type { Role } from '../api/types';

export const mayRead = (roles: Role[]) => roles.includes('ANALYST') || roles.includes('SENIOR');
export const mayAudit = (roles: Role[]) => roles.includes('AUDITOR');
