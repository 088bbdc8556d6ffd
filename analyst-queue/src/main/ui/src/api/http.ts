import { ApiError, problemOf } from './problem';

const sessionListeners = new Set<() => void>();

/** Tells when any call was answered with "sign in first"; returns how to stop listening. */
export function onSessionEnded(listener: () => void): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

export interface Call {
  method?: 'GET' | 'POST';
  body?: unknown;
  lease?: string;
  signal?: AbortSignal;
}

const base = '/api/v1';

/** The header tells the service that the call comes from our own page, and that a redirect would be of no use. */
export async function call(path: string, { method = 'GET', body, lease, signal }: Call = {}): Promise<Response> {
  const headers: Record<string, string> = { 'X-Requested-With': 'bovenstrooms' };
  if (lease !== undefined) {
    headers['Lease-Token'] = lease;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response: Response;
  try {
    response = await fetch(base + path, {
      method,
      headers,
      redirect: 'manual',
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError('OFFLINE');
  }
  if (response.ok) {
    return response;
  }
  const problem = await problemOf(response);
  if (problem.reason === 'SESSION') {
    sessionListeners.forEach((listener) => {
      listener();
    });
  }
  throw problem;
}

export async function json<T>(path: string, options?: Call): Promise<T> {
  return (await (await call(path, options)).json()) as T;
}

/** Reads as the bytes come in, and tells the share that is there where the service says how many there will be. */
export async function bytes(path: string, options: Call, progress: (share: number) => void): Promise<Uint8Array> {
  const response = await call(path, options);
  const expected = Number(response.headers.get('Content-Length') ?? 0);
  if (response.body === null || expected === 0) {
    return new Uint8Array(await response.arrayBuffer());
  }
  const result = new Uint8Array(expected);
  const reader = response.body.getReader();
  let length = 0;
  for (;;) {
    let part: ReadableStreamReadResult<Uint8Array>;
    try {
      part = await reader.read();
    } catch (error) {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : new ApiError('OFFLINE');
    }
    if (part.done) {
      return length === expected ? result : result.slice(0, length);
    }
    if (length + part.value.length > expected) {
      throw new ApiError('SERVER', response.status, 'raster-too-long');
    }
    result.set(part.value, length);
    length += part.value.length;
    progress(length / expected);
  }
}
