import GRDB

/// A cache as version 1 of the schema made it: Aroha in two sources, Chidi and Dalia in one each, and a problem.
func writeVersionOneFile(in directory: String) throws {
  try DatabaseQueue(path: directory + "/directory.sqlite").writeWithoutTransaction { db in
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    try db.execute(sql: versionOne)
    try db.execute(sql: "PRAGMA application_id = \(0x4D6E_7472); PRAGMA user_version = 1")
  }
}

private let versionOne = #"""
  CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
  INSERT INTO "grdb_migrations" VALUES('1');
  CREATE TABLE membership(record INTEGER PRIMARY KEY, mentor INTEGER NOT NULL);
  INSERT INTO "membership" VALUES(1,3);
  INSERT INTO "membership" VALUES(2,2);
  INSERT INTO "membership" VALUES(3,4);
  INSERT INTO "membership" VALUES(4,3);
  CREATE TABLE mentor(
    id INTEGER PRIMARY KEY,
    mentor_id TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    inputs INTEGER NOT NULL,
    content_hash INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_changed INTEGER NOT NULL,
    confirmed INTEGER,
    text_record INTEGER,
    json TEXT
  );
  INSERT INTO "mentor" VALUES(2,'https://chidi.example','chidi okeke','chidi okeke',-8400070580295227386,5000993494848892941,1777627800,1777627800,NULL,2,NULL);
  INSERT INTO "mentor" VALUES(3,'https://aroha.example/mentoring','aroha ngata','aroha ngata',-1590600700215964293,5284210102347517235,1777627800,1777627800,NULL,1,'{"id":"https://aroha.example/mentoring","name":"Aroha Ngata","title":"","areas":["Radio & Audio"],"groups":[],"team":"","interests":["vinyl"],"languages":[],"location":{"city":"Wellington","region":"Oceania","country":"New Zealand","countryCode":"NZ","raw":"Wellington","timeZone":"Pacific/Auckland","latitude":-41.29,"longitude":174.78},"availability":{"state":"unknown","free":null,"capacity":null,"until":null},"page":"https://aroha.example/mentoring","sources":["a","b"],"contacts":[{"kind":"email","value":"aroha@example.org"}],"how":{},"privacy":{},"origins":[["a","a.csv:2",null,1,"name","areas","location","contacts","page","writeUp"],["b","b.json:1",null,1,"interests"]]}');
  INSERT INTO "mentor" VALUES(4,'mailto:dalia@example.lt','dalia jonaite','dalia jonaite',1635555579463063000,5656096387912528641,1777627800,1777627800,NULL,3,NULL);
  CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO "meta" VALUES('generation',3089451684367781228);
  CREATE TABLE problem(
    source INTEGER NOT NULL,
    position INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY(source, position)
  ) WITHOUT ROWID;
  INSERT INTO "problem" VALUES(2,0,'b.json',1,0,'it has no name, and no address or handle to call the person by');
  CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    key TEXT NOT NULL,
    hash INTEGER NOT NULL,
    text_hash INTEGER NOT NULL,
    write_up_hash INTEGER NOT NULL,
    name TEXT NOT NULL,
    identity BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    stated_change INTEGER,
    stated_confirmation INTEGER,
    json TEXT NOT NULL,
    write_up TEXT NOT NULL,
    UNIQUE(source, key)
  );
  INSERT INTO "record" VALUES(1,1,'https://aroha.example/mentoring',-6070731929248502241,1048738062625247037,-168042435044729804,'Aroha Ngata',X'0FCBF089123DC054739A17075C76F3DE93FC0E311C205C66',1777627800,1777627800,NULL,NULL,'{"id":"https://aroha.example/mentoring","name":"Aroha Ngata","title":"","areas":["Radio & Audio"],"groups":[],"team":"","interests":[],"languages":[],"location":{"city":"Wellington","region":"Oceania","country":"New Zealand","countryCode":"NZ","raw":"Wellington","timeZone":"Pacific/Auckland","latitude":-41.29,"longitude":174.78},"availability":{"state":"unknown","free":null,"capacity":null,"until":null},"page":"https://aroha.example/mentoring","sources":["a"],"contacts":[{"kind":"email","value":"aroha@example.org"}],"how":{},"privacy":{},"origins":[["a","a.csv:2",null,1,"name","areas","location","contacts","page","writeUp"]]}','[["p","I mend old radios."]]');
  INSERT INTO "record" VALUES(2,1,'https://chidi.example',5000993494848892941,-6682563634395777711,1434365344523320230,'Chidi Okeke',X'3C515F0A7E01500A7FBF867B7DF90AB00B0939F5848CF380',1777627800,1777627800,NULL,NULL,'{"id":"https://chidi.example","name":"Chidi Okeke","title":"","areas":["Programming"],"groups":[],"team":"","interests":[],"languages":[],"location":{"city":"Lagos","region":"Africa","country":"Nigeria","countryCode":"NG","raw":"Lagos","timeZone":"Africa/Lagos","latitude":6.52,"longitude":3.38},"availability":{"state":"unknown","free":null,"capacity":null,"until":null},"page":"https://chidi.example","sources":["a"],"contacts":[{"kind":"email","value":"chidi@example.com"}],"how":{},"privacy":{},"origins":[["a","a.csv:3",null,1,"name","areas","location","contacts","page","writeUp"]]}','[["p","Storage and locks."]]');
  INSERT INTO "record" VALUES(3,2,'mailto:dalia@example.lt',5656096387912528641,-621839212492012819,1998855519756462295,'Dalia Jonaitė',X'27B661C23AC227D257E4D7E7404C7176',1777627800,1777627800,NULL,NULL,'{"id":"mailto:dalia@example.lt","name":"Dalia Jonaitė","title":"","areas":[],"groups":[],"team":"","interests":["weaving"],"languages":[],"location":{"city":"","region":"","country":"","countryCode":""},"availability":{"state":"unknown","free":null,"capacity":null,"until":null},"page":"","sources":["b"],"contacts":[{"kind":"email","value":"dalia@example.lt"}],"how":{},"privacy":{},"origins":[["b","b.json:1",null,1,"name","interests","contacts"]]}','');
  INSERT INTO "record" VALUES(4,2,'mailto:aroha@example.org',6117329654947104950,-3136067916860113597,1998855519756462295,'Aroha Ngata',X'F573B6DEA37212AC93FC0E311C205C66',1777627800,1777627800,NULL,NULL,'{"id":"mailto:aroha@example.org","name":"Aroha Ngata","title":"","areas":[],"groups":[],"team":"","interests":["vinyl"],"languages":[],"location":{"city":"","region":"","country":"","countryCode":""},"availability":{"state":"unknown","free":null,"capacity":null,"until":null},"page":"","sources":["b"],"contacts":[{"kind":"email","value":"aroha@example.org"}],"how":{},"privacy":{},"origins":[["b","b.json:1",null,1,"name","interests","contacts"]]}','');
  CREATE TABLE source(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    paths TEXT NOT NULL,
    trust INTEGER NOT NULL,
    imported_at INTEGER NOT NULL
  );
  INSERT INTO "source" VALUES(1,'a','sheet','','["/lists/a.csv"]',1,1777627800);
  INSERT INTO "source" VALUES(2,'b','data','','["/lists/b.json"]',1,1777627800);
  CREATE INDEX mentor_order ON mentor(sort_key, mentor_id);
  CREATE INDEX mentor_name ON mentor(name_key);
  """#
