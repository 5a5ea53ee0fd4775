// The sample province: what whoever starts the playground needs of it.
export { castOf, sampleCast } from "./cast.ts";
export { type SampleGroup, type SampleTopic, sampleGroup, sampleGroups } from "./groups.ts";
export { peopleOf, type SamplePerson, samplePeople } from "./people.ts";
export { plantSample, type SampleTerms } from "./plant.ts";
export { PROVINCE, SAMPLE_SEED } from "./province.ts";
export { type SampleMessage, sampleTalk } from "./talk/index.ts";
