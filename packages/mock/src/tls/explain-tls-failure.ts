/** Why a client did not get through, where the cause is a usual one; `undefined` for all others. */
export function explainTlsFailure(code: string | undefined): string | undefined {
  if (code === 'ERR_SSL_HTTP_REQUEST')
    return 'a client asked by http://, but with --tls the address is https://';
  if (code?.startsWith('ERR_SSL_') && /ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN)$/.test(code))
    return 'a client does not trust the certificate: have it trust the one that --tls-ca writes, tls.ca in process';
  return undefined;
}
