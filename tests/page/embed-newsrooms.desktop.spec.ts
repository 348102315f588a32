import { testNewsrooms } from "./newsroom.ts";

testNewsrooms();
