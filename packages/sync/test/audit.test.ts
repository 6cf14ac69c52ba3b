import { seededRandom } from '@erply-kit/tooling/property';
import { expect, test } from 'vitest';
