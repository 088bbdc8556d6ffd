import type { LocalText } from './types';

/**
 * Why a call failed, in the terms that the screen must tell apart. `SESSION`: sign in again. `OFFLINE`: no answer came, so it is unknown
 * whether the call was carried out. `REFUSED`: the service understood and said no; `kind` says why. `SERVER`: it could not.
 */
export type FailureReason = 'SESSION' | 'OFFLINE' | 'REFUSED' | 'SERVER';

export class ApiError extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly status = 0,
    /** The last part of the problem's type, for example `lease-lost`. */
    readonly kind = '',
    readonly detail = '',
    /** The same for the reader, where the service says it in both languages. */
    readonly why: LocalText | null = null,
  ) {
    super(detail === '' ? `${reason} ${status} ${kind}`.trim() : detail);
  }

  static of(error: unknown): ApiError {
    return error instanceof ApiError ? error : new ApiError('SERVER', 0, '', error instanceof Error ? error.message : '');
  }
}

const prefix = 'urn:bovenstrooms:problem:';

/** Reads an RFC 9457 problem; an answer in another form is still a failure. */
export async function problemOf(response: Response): Promise<ApiError> {
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 499) {
    return new ApiError('SESSION', response.status);
  }
  const reason = response.status >= 500 ? 'SERVER' : 'REFUSED';
  try {
    const body = (await response.json()) as { type?: string; title?: string; detail?: string; why?: Partial<LocalText> | null };
    const kind = body.type?.startsWith(prefix) === true ? body.type.slice(prefix.length) : '';
    const { nl, en } = body.why ?? {};
    const why = typeof nl === 'string' && typeof en === 'string' ? { nl, en } : null;
    return new ApiError(reason, response.status, kind, body.detail ?? body.title ?? '', why);
  } catch {
    return new ApiError(reason, response.status);
  }
}
