import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiError } from '../api/problem';
import { Shell } from './Shell';

/** What was refused is refused again; what did not arrive is worth another try. */
const retry = (failures: number, error: Error) => {
  const { reason } = ApiError.of(error);
  return failures < 2 && (reason === 'OFFLINE' || reason === 'SERVER');
};

export function App() {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
          mutations: { retry: false, networkMode: 'always' },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <Shell />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
