import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker() {
  const mock = frozenMock({ quota: 1e9 });
  const { call } = await loggedIn(mock);
  const refusal = async (request: string, fields: Fields) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const idsOf = async (fields: Fields): Promise<number[]> =>
    (await call('getProjects', { recordsOnPage: 100, ...fields })).records.map(
      (project: { projectID: number }) => project.projectID,
    );
  return { mock, call, refusal, idsOf };
}

const needed = { name: 'Roof', customerID: 1003, typeID: 1, statusID: 1 };

describe('saveProject', () => {
  it('makes a project and edits just what is named of it', async () => {
    const { mock, call } = await asker();
    const inputs = { ...needed, employeeID: 1, startDate: '2026-02-02', endDate: '2026-03-01', notes: 'n' };
    const { records } = await call('saveProject', inputs);
    const [{ projectID }] = records;
    expect(records).toEqual([{ projectID: 7 }]);
    const [{ fullName }] = (await call('getCustomers', { customerID: 1003, mode: 'ALL' })).records;
    const [made] = (await call('getProjects', { projectID })).records;
    expect(made).toEqual({
      ...{ projectID, ...inputs, customerName: fullName, employeeName: expect.any(String) },
      ...{ typeName: 'Installation', statusName: 'Planned', lastModified: 0 },
    });
    mock.clock.advance(60);
    await call('saveProject', { projectID, statusID: 3 });
    expect((await call('getProjects', { projectID })).records).toEqual([
      { ...made, statusID: 3, statusName: 'Finished', lastModified: start + 60 },
    ]);
  });

  it('refuses a new one without name, customer, type or status, and what does not exist', async () => {
    const { refusal } = await asker();
    for (const name of Object.keys(needed))
      expect(await refusal('saveProject', { ...needed, [name]: '' }), name).toEqual([1010, name]);
    for (const name of ['customerID', 'typeID', 'statusID'])
      expect(await refusal('saveProject', { ...needed, [name]: 99_999 }), name).toEqual([1011, name]);
    expect(await refusal('saveProject', { ...needed, projectID: 99 })).toEqual([1011, 'projectID']);
    expect(await refusal('saveProject', { ...needed, endDate: '2026-02-30' })).toEqual([1014, 'endDate']);
  });
});

describe('getProjects', () => {
  it('finds by the beginning of a name, whatever its case, and by days, both ends included', async () => {
    const { mock, call, idsOf } = await asker();
    mock.clock.advance(60);
    const save = async (fields: Fields): Promise<number> =>
      (await call('saveProject', { ...needed, ...fields })).records[0].projectID;
    const one = await save({ name: 'Zinc roof', startDate: '2030-01-01', endDate: '2030-01-31' });
    const two = await save({ name: 'zinc floor', startDate: '2030-01-02' });
    const three = await save({ name: 'Roof of zinc' });
    expect(await idsOf({ name: 'ZINC' })).toEqual([one, two]);
    expect(await idsOf({ name: 'zinc f' })).toEqual([two]);
    expect(await idsOf({ startDateFrom: '2030-01-01' })).toEqual([one, two]);
    expect(await idsOf({ startDateFrom: '2030-01-02' })).toEqual([two]);
    expect(await idsOf({ startDateFrom: '2030-01-01', startDateTo: '2030-01-01' })).toEqual([one]);
    expect(await idsOf({ endDateFrom: '2030-01-31', endDateTo: '2030-01-31' })).toEqual([one]);
    expect(await idsOf({ endDateTo: '2030-12-31', name: 'zinc' })).toEqual([one]);
    expect(await idsOf({ changedSince: start + 60 })).toEqual([one, two, three]);
    expect(await idsOf({ customerID: 1003, statusID: 1, typeID: 1, changedSince: start + 60 })).toEqual([
      ...[one, two, three],
    ]);
  });
});

describe('deleteProject', () => {
  it('deletes a project, which the operations log has no table for', async () => {
    const { call, refusal, idsOf } = await asker();
    expect(await refusal('deleteProject', { projectID: 2 })).toEqual([0, undefined]);
    expect(await idsOf({ projectID: 2 })).toEqual([]);
    expect(await refusal('deleteProject', { projectID: 2 })).toEqual([1011, 'projectID']);
    expect((await call('getUserOperationsLog', { tableName: 'projects' })).status.errorCode).toBe(1016);
  });
});

describe('getProjectTypes and getProjectStatuses', () => {
  it('answer all of them in one answer', async () => {
    const { call } = await asker();
    const types = (await call('getProjectTypes')).records;
    expect(types.map((type: { name: string }) => type.name)).toEqual(['Installation', 'Rental', 'Advice']);
    const statuses = (await call('getProjectStatuses')).records;
    expect(statuses.map((status: { finished: number }) => status.finished)).toEqual([0, 0, 1]);
  });
});
