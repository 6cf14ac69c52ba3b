import { generateKeyPair, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';

import type { pki } from 'node-forge';

/** What a server with TLS needs, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The authority that has signed it. Its own key exists nowhere any more, so it can sign nothing else. */
  readonly ca: string;
}

export interface CertificateOptions {
  /** Names and IP addresses that it is for. */
  readonly hosts: readonly string[];
  /** Real time: that is what clients look at. */
  readonly nowMs: number;
}

/** The name of the authority in every certificate of a fake. */
export const authorityName = 'erply-mock CA';

const dayMs = 24 * 60 * 60 * 1000;
/** Clocks of other machines may be behind. */
const earlierMs = dayMs;
/** Longer ones are refused by some systems, whoever has signed them. */
const validMs = 397 * dayMs;

interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

const newKeys = (): Promise<KeyPair> =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** Makes an authority and a certificate that it has signed. Takes some 100 milliseconds, so it is loaded when needed. */
export async function makeCertificate({ hosts, nowMs }: CertificateOptions): Promise<Certificate> {
  const { default: forge } = await import('node-forge');
  const [authority, server] = await Promise.all([newKeys(), newKeys()]);
  const sign = (subject: string, keys: KeyPair, extensions: object[]) => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.publicKeyFromPem(keys.publicKey);
    // The first byte keeps it a positive number.
    certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
    certificate.validity.notBefore = new Date(nowMs - earlierMs);
    certificate.validity.notAfter = new Date(nowMs - earlierMs + validMs);
    certificate.setSubject([{ name: 'commonName', value: subject }]);
    certificate.setIssuer([{ name: 'commonName', value: authorityName }]);
    certificate.setExtensions(extensions);
    certificate.sign(forge.pki.privateKeyFromPem(authority.privateKey), forge.md.sha256.create());
    return certificate;
  };
  const ca = sign(authorityName, authority, [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  const leaf = sign('erply-mock', server, [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: hosts.map(alternativeName) },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: ca.generateSubjectKeyIdentifier().getBytes() },
  ]);
  const pem = (certificate: pki.Certificate) =>
    forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
  return { key: server.privateKey, cert: pem(leaf) + pem(ca), ca: pem(ca) };
}

/** The kinds that X.509 numbers: 2 is a DNS name, 7 an IP address. */
const alternativeName = (host: string) =>
  isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };
