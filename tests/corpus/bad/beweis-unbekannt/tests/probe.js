test("etwas stimmt", () => {});
