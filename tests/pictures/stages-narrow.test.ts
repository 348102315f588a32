import { testStages } from "./stages.ts";

testStages(({ width }) => width < 500);
