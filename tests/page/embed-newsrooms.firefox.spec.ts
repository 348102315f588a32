import { testNewsrooms } from "./newsroom.ts";

testNewsrooms(["I1-", "I3-", "I5-"]);
