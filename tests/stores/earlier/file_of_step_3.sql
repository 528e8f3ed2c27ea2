BEGIN TRANSACTION;
CREATE TABLE device (
                account TEXT NOT NULL, device TEXT NOT NULL,
                at TEXT NOT NULL, known TEXT NOT NULL,
                PRIMARY KEY (account, device)
            ) WITHOUT ROWID
            ;
INSERT INTO "device" VALUES('amzn1.ask.account.HOUSE','hall','2026-11-20T08:08:00.000+00:00','{"key":"hall","cut_short":1,"time_zone":"Europe/Berlin","zone_told_at":"2026-11-20T08:04:00.000+00:00"}');
INSERT INTO "device" VALUES('amzn1.ask.account.HOUSE','kitchen','2026-11-20T08:06:00.000+00:00','{"key":"kitchen","rendering":"apla","changed_at":"2026-11-20T08:03:00.000+00:00","told":true,"rates":{"en-US":1.1}}');
CREATE TABLE erased (
                account TEXT NOT NULL, person TEXT NOT NULL, generation TEXT NOT NULL,
                at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            ;
INSERT INTO "erased" VALUES('amzn1.ask.account.HOUSE','gone','21d3b11453aa4f899c7ba14025ca7d4f','2026-11-29T12:31:13.534Z');
CREATE TABLE finished (
                account TEXT NOT NULL, person TEXT NOT NULL,
                practice TEXT NOT NULL, item INTEGER NOT NULL,
                stretch TEXT NOT NULL, at TEXT NOT NULL, day TEXT NOT NULL,
                seconds INTEGER NOT NULL,
                PRIMARY KEY (account, person, practice, item)
            ) WITHOUT ROWID
            ;
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','account','2026-11-20T08:02:00.123456+00:00',0,'childs_pose','2026-11-20T08:03:00.000+00:00','2026-11-20',60);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','account','2026-11-20T08:02:00.123456+00:00',1,'cat_cow','2026-11-20T08:04:00.000+00:00','2026-11-20',120);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-11T08:00:00.000+00:00',0,'childs_pose','2026-09-11T08:00:00.000+00:00','2026-09-11',60);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-12T08:00:00.000+00:00',0,'childs_pose','2026-09-12T08:00:00.000+00:00','2026-09-12',61);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-12T08:00:00.000+00:00',1,'cat_cow','2026-09-12T08:01:00.000+00:00','2026-09-12',61);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-13T08:00:00.000+00:00',0,'childs_pose','2026-09-13T08:00:00.000+00:00','2026-09-13',62);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-13T08:00:00.000+00:00',1,'cat_cow','2026-09-13T08:01:00.000+00:00','2026-09-13',62);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-13T08:00:00.000+00:00',2,'bridge','2026-09-13T08:02:00.000+00:00','2026-09-13',62);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-14T08:00:00.000+00:00',0,'childs_pose','2026-09-14T08:00:00.000+00:00','2026-09-14',63);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-15T08:00:00.000+00:00',0,'childs_pose','2026-09-15T08:00:00.000+00:00','2026-09-15',64);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-15T08:00:00.000+00:00',1,'cat_cow','2026-09-15T08:01:00.000+00:00','2026-09-15',64);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-16T08:00:00.000+00:00',0,'childs_pose','2026-09-16T08:00:00.000+00:00','2026-09-16',65);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-16T08:00:00.000+00:00',1,'cat_cow','2026-09-16T08:01:00.000+00:00','2026-09-16',65);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-16T08:00:00.000+00:00',2,'bridge','2026-09-16T08:02:00.000+00:00','2026-09-16',65);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-17T08:00:00.000+00:00',0,'childs_pose','2026-09-17T08:00:00.000+00:00','2026-09-17',66);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-18T08:00:00.000+00:00',0,'childs_pose','2026-09-18T08:00:00.000+00:00','2026-09-18',67);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-18T08:00:00.000+00:00',1,'cat_cow','2026-09-18T08:01:00.000+00:00','2026-09-18',67);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-19T08:00:00.000+00:00',0,'childs_pose','2026-09-19T08:00:00.000+00:00','2026-09-19',68);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-19T08:00:00.000+00:00',1,'cat_cow','2026-09-19T08:01:00.000+00:00','2026-09-19',68);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-19T08:00:00.000+00:00',2,'bridge','2026-09-19T08:02:00.000+00:00','2026-09-19',68);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-20T08:00:00.000+00:00',0,'childs_pose','2026-09-20T08:00:00.000+00:00','2026-09-20',69);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-21T08:00:00.000+00:00',0,'childs_pose','2026-09-21T08:00:00.000+00:00','2026-09-21',70);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-21T08:00:00.000+00:00',1,'cat_cow','2026-09-21T08:01:00.000+00:00','2026-09-21',70);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-22T08:00:00.000+00:00',0,'childs_pose','2026-09-22T08:00:00.000+00:00','2026-09-22',71);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-22T08:00:00.000+00:00',1,'cat_cow','2026-09-22T08:01:00.000+00:00','2026-09-22',71);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-22T08:00:00.000+00:00',2,'bridge','2026-09-22T08:02:00.000+00:00','2026-09-22',71);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-23T08:00:00.000+00:00',0,'childs_pose','2026-09-23T08:00:00.000+00:00','2026-09-23',72);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-24T08:00:00.000+00:00',0,'childs_pose','2026-09-24T08:00:00.000+00:00','2026-09-24',73);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-24T08:00:00.000+00:00',1,'cat_cow','2026-09-24T08:01:00.000+00:00','2026-09-24',73);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-25T08:00:00.000+00:00',0,'childs_pose','2026-09-25T08:00:00.000+00:00','2026-09-25',74);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-25T08:00:00.000+00:00',1,'cat_cow','2026-09-25T08:01:00.000+00:00','2026-09-25',74);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-25T08:00:00.000+00:00',2,'bridge','2026-09-25T08:02:00.000+00:00','2026-09-25',74);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-26T08:00:00.000+00:00',0,'childs_pose','2026-09-26T08:00:00.000+00:00','2026-09-26',75);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-27T08:00:00.000+00:00',0,'childs_pose','2026-09-27T08:00:00.000+00:00','2026-09-27',76);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-27T08:00:00.000+00:00',1,'cat_cow','2026-09-27T08:01:00.000+00:00','2026-09-27',76);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-28T08:00:00.000+00:00',0,'childs_pose','2026-09-28T08:00:00.000+00:00','2026-09-28',77);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-28T08:00:00.000+00:00',1,'cat_cow','2026-09-28T08:01:00.000+00:00','2026-09-28',77);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-28T08:00:00.000+00:00',2,'bridge','2026-09-28T08:02:00.000+00:00','2026-09-28',77);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-29T08:00:00.000+00:00',0,'childs_pose','2026-09-29T08:00:00.000+00:00','2026-09-29',78);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-30T08:00:00.000+00:00',0,'childs_pose','2026-09-30T08:00:00.000+00:00','2026-09-30',79);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-09-30T08:00:00.000+00:00',1,'cat_cow','2026-09-30T08:01:00.000+00:00','2026-09-30',79);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-01T08:00:00.000+00:00',0,'childs_pose','2026-10-01T08:00:00.000+00:00','2026-10-01',80);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-01T08:00:00.000+00:00',1,'cat_cow','2026-10-01T08:01:00.000+00:00','2026-10-01',80);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-01T08:00:00.000+00:00',2,'bridge','2026-10-01T08:02:00.000+00:00','2026-10-01',80);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-02T08:00:00.000+00:00',0,'childs_pose','2026-10-02T08:00:00.000+00:00','2026-10-02',81);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-03T08:00:00.000+00:00',0,'childs_pose','2026-10-03T08:00:00.000+00:00','2026-10-03',82);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-03T08:00:00.000+00:00',1,'cat_cow','2026-10-03T08:01:00.000+00:00','2026-10-03',82);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-04T08:00:00.000+00:00',0,'childs_pose','2026-10-04T08:00:00.000+00:00','2026-10-04',83);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-04T08:00:00.000+00:00',1,'cat_cow','2026-10-04T08:01:00.000+00:00','2026-10-04',83);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-04T08:00:00.000+00:00',2,'bridge','2026-10-04T08:02:00.000+00:00','2026-10-04',83);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-05T08:00:00.000+00:00',0,'childs_pose','2026-10-05T08:00:00.000+00:00','2026-10-05',84);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-06T08:00:00.000+00:00',0,'childs_pose','2026-10-06T08:00:00.000+00:00','2026-10-06',85);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-06T08:00:00.000+00:00',1,'cat_cow','2026-10-06T08:01:00.000+00:00','2026-10-06',85);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-07T08:00:00.000+00:00',0,'childs_pose','2026-10-07T08:00:00.000+00:00','2026-10-07',86);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-07T08:00:00.000+00:00',1,'cat_cow','2026-10-07T08:01:00.000+00:00','2026-10-07',86);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-07T08:00:00.000+00:00',2,'bridge','2026-10-07T08:02:00.000+00:00','2026-10-07',86);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-08T08:00:00.000+00:00',0,'childs_pose','2026-10-08T08:00:00.000+00:00','2026-10-08',87);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-09T08:00:00.000+00:00',0,'childs_pose','2026-10-09T08:00:00.000+00:00','2026-10-09',88);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-09T08:00:00.000+00:00',1,'cat_cow','2026-10-09T08:01:00.000+00:00','2026-10-09',88);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-10T08:00:00.000+00:00',0,'childs_pose','2026-10-10T08:00:00.000+00:00','2026-10-10',89);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-10T08:00:00.000+00:00',1,'cat_cow','2026-10-10T08:01:00.000+00:00','2026-10-10',89);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-10T08:00:00.000+00:00',2,'bridge','2026-10-10T08:02:00.000+00:00','2026-10-10',89);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-11T08:00:00.000+00:00',0,'childs_pose','2026-10-11T08:00:00.000+00:00','2026-10-11',90);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-12T08:00:00.000+00:00',0,'childs_pose','2026-10-12T08:00:00.000+00:00','2026-10-12',91);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-12T08:00:00.000+00:00',1,'cat_cow','2026-10-12T08:01:00.000+00:00','2026-10-12',91);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-13T08:00:00.000+00:00',0,'childs_pose','2026-10-13T08:00:00.000+00:00','2026-10-13',92);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-13T08:00:00.000+00:00',1,'cat_cow','2026-10-13T08:01:00.000+00:00','2026-10-13',92);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-13T08:00:00.000+00:00',2,'bridge','2026-10-13T08:02:00.000+00:00','2026-10-13',92);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-14T08:00:00.000+00:00',0,'childs_pose','2026-10-14T08:00:00.000+00:00','2026-10-14',93);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-15T08:00:00.000+00:00',0,'childs_pose','2026-10-15T08:00:00.000+00:00','2026-10-15',94);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-15T08:00:00.000+00:00',1,'cat_cow','2026-10-15T08:01:00.000+00:00','2026-10-15',94);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-16T08:00:00.000+00:00',0,'childs_pose','2026-10-16T08:00:00.000+00:00','2026-10-16',95);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-16T08:00:00.000+00:00',1,'cat_cow','2026-10-16T08:01:00.000+00:00','2026-10-16',95);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-16T08:00:00.000+00:00',2,'bridge','2026-10-16T08:02:00.000+00:00','2026-10-16',95);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-17T08:00:00.000+00:00',0,'childs_pose','2026-10-17T08:00:00.000+00:00','2026-10-17',96);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-18T08:00:00.000+00:00',0,'childs_pose','2026-10-18T08:00:00.000+00:00','2026-10-18',97);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-18T08:00:00.000+00:00',1,'cat_cow','2026-10-18T08:01:00.000+00:00','2026-10-18',97);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-19T08:00:00.000+00:00',0,'childs_pose','2026-10-19T08:00:00.000+00:00','2026-10-19',98);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-19T08:00:00.000+00:00',1,'cat_cow','2026-10-19T08:01:00.000+00:00','2026-10-19',98);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-19T08:00:00.000+00:00',2,'bridge','2026-10-19T08:02:00.000+00:00','2026-10-19',98);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-20T08:00:00.000+00:00',0,'childs_pose','2026-10-20T08:00:00.000+00:00','2026-10-20',99);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-21T08:00:00.000+00:00',0,'childs_pose','2026-10-21T08:00:00.000+00:00','2026-10-21',100);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-21T08:00:00.000+00:00',1,'cat_cow','2026-10-21T08:01:00.000+00:00','2026-10-21',100);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-22T08:00:00.000+00:00',0,'childs_pose','2026-10-22T08:00:00.000+00:00','2026-10-22',101);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-22T08:00:00.000+00:00',1,'cat_cow','2026-10-22T08:01:00.000+00:00','2026-10-22',101);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-22T08:00:00.000+00:00',2,'bridge','2026-10-22T08:02:00.000+00:00','2026-10-22',101);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-23T08:00:00.000+00:00',0,'childs_pose','2026-10-23T08:00:00.000+00:00','2026-10-23',102);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-24T08:00:00.000+00:00',0,'childs_pose','2026-10-24T08:00:00.000+00:00','2026-10-24',103);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-24T08:00:00.000+00:00',1,'cat_cow','2026-10-24T08:01:00.000+00:00','2026-10-24',103);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-25T08:00:00.000+00:00',0,'childs_pose','2026-10-25T08:00:00.000+00:00','2026-10-25',104);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-25T08:00:00.000+00:00',1,'cat_cow','2026-10-25T08:01:00.000+00:00','2026-10-25',104);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-25T08:00:00.000+00:00',2,'bridge','2026-10-25T08:02:00.000+00:00','2026-10-25',104);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-26T08:00:00.000+00:00',0,'childs_pose','2026-10-26T08:00:00.000+00:00','2026-10-26',105);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-27T08:00:00.000+00:00',0,'childs_pose','2026-10-27T08:00:00.000+00:00','2026-10-27',106);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-27T08:00:00.000+00:00',1,'cat_cow','2026-10-27T08:01:00.000+00:00','2026-10-27',106);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-28T08:00:00.000+00:00',0,'childs_pose','2026-10-28T08:00:00.000+00:00','2026-10-28',107);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-28T08:00:00.000+00:00',1,'cat_cow','2026-10-28T08:01:00.000+00:00','2026-10-28',107);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-28T08:00:00.000+00:00',2,'bridge','2026-10-28T08:02:00.000+00:00','2026-10-28',107);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-29T08:00:00.000+00:00',0,'childs_pose','2026-10-29T08:00:00.000+00:00','2026-10-29',108);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-30T08:00:00.000+00:00',0,'childs_pose','2026-10-30T08:00:00.000+00:00','2026-10-30',109);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-30T08:00:00.000+00:00',1,'cat_cow','2026-10-30T08:01:00.000+00:00','2026-10-30',109);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-31T08:00:00.000+00:00',0,'childs_pose','2026-10-31T08:00:00.000+00:00','2026-10-31',110);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-31T08:00:00.000+00:00',1,'cat_cow','2026-10-31T08:01:00.000+00:00','2026-10-31',110);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-10-31T08:00:00.000+00:00',2,'bridge','2026-10-31T08:02:00.000+00:00','2026-10-31',110);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-01T08:00:00.000+00:00',0,'childs_pose','2026-11-01T08:00:00.000+00:00','2026-11-01',111);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-02T08:00:00.000+00:00',0,'childs_pose','2026-11-02T08:00:00.000+00:00','2026-11-02',112);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-02T08:00:00.000+00:00',1,'cat_cow','2026-11-02T08:01:00.000+00:00','2026-11-02',112);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-03T08:00:00.000+00:00',0,'childs_pose','2026-11-03T08:00:00.000+00:00','2026-11-03',113);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-03T08:00:00.000+00:00',1,'cat_cow','2026-11-03T08:01:00.000+00:00','2026-11-03',113);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-03T08:00:00.000+00:00',2,'bridge','2026-11-03T08:02:00.000+00:00','2026-11-03',113);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-04T08:00:00.000+00:00',0,'childs_pose','2026-11-04T08:00:00.000+00:00','2026-11-04',114);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-05T08:00:00.000+00:00',0,'childs_pose','2026-11-05T08:00:00.000+00:00','2026-11-05',115);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-05T08:00:00.000+00:00',1,'cat_cow','2026-11-05T08:01:00.000+00:00','2026-11-05',115);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-06T08:00:00.000+00:00',0,'childs_pose','2026-11-06T08:00:00.000+00:00','2026-11-06',116);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-06T08:00:00.000+00:00',1,'cat_cow','2026-11-06T08:01:00.000+00:00','2026-11-06',116);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-06T08:00:00.000+00:00',2,'bridge','2026-11-06T08:02:00.000+00:00','2026-11-06',116);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-07T08:00:00.000+00:00',0,'childs_pose','2026-11-07T08:00:00.000+00:00','2026-11-07',117);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-08T08:00:00.000+00:00',0,'childs_pose','2026-11-08T08:00:00.000+00:00','2026-11-08',118);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-08T08:00:00.000+00:00',1,'cat_cow','2026-11-08T08:01:00.000+00:00','2026-11-08',118);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-09T08:00:00.000+00:00',0,'childs_pose','2026-11-09T08:00:00.000+00:00','2026-11-09',119);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-09T08:00:00.000+00:00',1,'cat_cow','2026-11-09T08:01:00.000+00:00','2026-11-09',119);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-09T08:00:00.000+00:00',2,'bridge','2026-11-09T08:02:00.000+00:00','2026-11-09',119);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-10T08:00:00.000+00:00',0,'childs_pose','2026-11-10T08:00:00.000+00:00','2026-11-10',120);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-11T08:00:00.000+00:00',0,'childs_pose','2026-11-11T08:00:00.000+00:00','2026-11-11',121);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-11T08:00:00.000+00:00',1,'cat_cow','2026-11-11T08:01:00.000+00:00','2026-11-11',121);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-12T08:00:00.000+00:00',0,'childs_pose','2026-11-12T08:00:00.000+00:00','2026-11-12',122);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-12T08:00:00.000+00:00',1,'cat_cow','2026-11-12T08:01:00.000+00:00','2026-11-12',122);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-12T08:00:00.000+00:00',2,'bridge','2026-11-12T08:02:00.000+00:00','2026-11-12',122);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-13T08:00:00.000+00:00',0,'childs_pose','2026-11-13T08:00:00.000+00:00','2026-11-13',123);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-14T08:00:00.000+00:00',0,'childs_pose','2026-11-14T08:00:00.000+00:00','2026-11-14',124);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-14T08:00:00.000+00:00',1,'cat_cow','2026-11-14T08:01:00.000+00:00','2026-11-14',124);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-15T08:00:00.000+00:00',0,'childs_pose','2026-11-15T08:00:00.000+00:00','2026-11-15',125);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-15T08:00:00.000+00:00',1,'cat_cow','2026-11-15T08:01:00.000+00:00','2026-11-15',125);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-15T08:00:00.000+00:00',2,'bridge','2026-11-15T08:02:00.000+00:00','2026-11-15',125);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-16T08:00:00.000+00:00',0,'childs_pose','2026-11-16T08:00:00.000+00:00','2026-11-16',126);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-17T08:00:00.000+00:00',0,'childs_pose','2026-11-17T08:00:00.000+00:00','2026-11-17',127);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-17T08:00:00.000+00:00',1,'cat_cow','2026-11-17T08:01:00.000+00:00','2026-11-17',127);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-18T08:00:00.000+00:00',0,'childs_pose','2026-11-18T08:00:00.000+00:00','2026-11-18',128);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-18T08:00:00.000+00:00',1,'cat_cow','2026-11-18T08:01:00.000+00:00','2026-11-18',128);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-18T08:00:00.000+00:00',2,'bridge','2026-11-18T08:02:00.000+00:00','2026-11-18',128);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-19T08:00:00.000+00:00',0,'childs_pose','2026-11-19T08:00:00.000+00:00','2026-11-19',129);
INSERT INTO "finished" VALUES('amzn1.ask.account.HOUSE','one#1 %','2026-11-20T09:10:00.123456+00:00',0,'childs_pose','2026-11-20T09:11:00.000+00:00','2026-11-20',60);
CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')));
INSERT INTO "migration" VALUES(1,'progress','2026-11-29T12:31:11.230Z');
INSERT INTO "migration" VALUES(2,'last days and deletion','2026-11-29T12:31:11.230Z');
INSERT INTO "migration" VALUES(3,'devices','2026-11-29T12:31:11.230Z');
CREATE TABLE practice (
                account TEXT NOT NULL, person TEXT NOT NULL, id TEXT NOT NULL,
                at TEXT NOT NULL, saved TEXT NOT NULL,
                PRIMARY KEY (account, person, id)
            ) WITHOUT ROWID
            ;
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','account','2026-11-20T08:01:00.123456+00:00','2026-11-20T08:06:00.000+00:00','{"practice":"{\"id\": \"2026-11-20T08:01:00.123456+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,6.0],"at":"2026-11-20T08:06:00.000+00:00","worked":12.5,"leaving":"no_word","counted":[],"ended":true}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','account','2026-11-20T08:02:00.123456+00:00','2026-11-20T08:08:00.000+00:00','{"practice":"{\"id\": \"2026-11-20T08:02:00.123456+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,8.0],"at":"2026-11-20T08:08:00.000+00:00","worked":12.5,"leaving":"no_word","counted":[],"ended":false}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-14T08:00:00.000+00:00','2026-11-14T08:04:00.000+00:00','{"practice":"{\"id\": \"2026-11-14T08:00:00.000+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,1.0],"at":"2026-11-14T08:04:00.000+00:00","worked":12.5,"leaving":"paused","counted":[0,1],"ended":false}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-17T08:00:00.000+00:00','2026-11-17T08:04:00.000+00:00','{"practice":"{\"id\": \"2026-11-17T08:00:00.000+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,1.0],"at":"2026-11-17T08:04:00.000+00:00","worked":12.5,"leaving":"paused","counted":[0,1],"ended":true}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-18T08:00:00.000+00:00','2026-11-18T08:04:00.000+00:00','{"practice":"{\"id\": \"2026-11-18T08:00:00.000+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,1.0],"at":"2026-11-18T08:04:00.000+00:00","worked":12.5,"leaving":"paused","counted":[0,1,2],"ended":false}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-19T08:00:00.000+00:00','2026-11-19T08:04:00.000+00:00','{"practice":"{\"id\": \"2026-11-19T08:00:00.000+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,1.0],"at":"2026-11-19T08:04:00.000+00:00","worked":12.5,"leaving":"paused","counted":[0],"ended":true}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-20T08:01:00.123456+00:00','2026-11-20T08:05:00.000+00:00','{"practice":"{\"id\": \"2026-11-20T08:01:00.123456+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,5.0],"at":"2026-11-20T08:05:00.000+00:00","worked":12.5,"leaving":"no_word","counted":[],"ended":false}');
INSERT INTO "practice" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','2026-11-20T08:03:00.123456+00:00','2026-11-20T08:03:00.000+00:00','{"practice":"{\"id\": \"2026-11-20T08:03:00.123456+00:00\", \"name\": \"morning\", \"body\": \"standing\", \"manner\": [1.0, 1.0, \"fading\"], \"items\": [[\"childs_pose\", \"hold\", [30], 4, \"none\", 0], [\"cat_cow\", \"movement\", [10, 6.5], 1, \"none\", 1], [\"knee_to_chest\", \"breaths\", [5, 5.5], 2, \"each\", 0]]}","place":[2,"knee_to_chest","hold",2,"right",0,3.0],"at":"2026-11-20T08:03:00.000+00:00","worked":12.5,"leaving":"no_word","counted":[],"ended":true}');
CREATE TABLE profile (
                account TEXT NOT NULL, person TEXT NOT NULL,
                preferences TEXT NOT NULL,
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            ;
INSERT INTO "profile" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','{"level":"gentle","holds":{"bridge":20.5},"routines":{"Zoës Abend":["bridge","cobra"]},"cautioned":["bridge"],"introduced":true,"taught":true}');
INSERT INTO "profile" VALUES('amzn1.ask.account.HOUSE','one#1 %','{"introduced":true}');
CREATE TABLE total (
                account TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
                count INTEGER NOT NULL, seconds INTEGER NOT NULL, last TEXT NOT NULL DEFAULT '',
                PRIMARY KEY (account, person, kind, name)
            ) WITHOUT ROWID
            ;
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','account','day','2026-11-20',2,180,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','account','stretch','cat_cow',1,120,'2026-11-20');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','account','stretch','childs_pose',1,60,'2026-11-20');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','account','stretch','happy_baby',4,396,'2024-10-11');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-21',2,140,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-22',3,213,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-23',1,72,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-24',2,146,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-25',3,222,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-26',1,75,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-27',2,152,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-28',3,231,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-29',1,78,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-09-30',2,158,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-01',3,240,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-02',1,81,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-03',2,164,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-04',3,249,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-05',1,84,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-06',2,170,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-07',3,258,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-08',1,87,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-09',2,176,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-10',3,267,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-11',1,90,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-12',2,182,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-13',3,276,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-14',1,93,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-15',2,188,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-16',3,285,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-17',1,96,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-18',2,194,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-19',3,294,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-20',1,99,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-21',2,200,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-22',3,303,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-23',1,102,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-24',2,206,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-25',3,312,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-26',1,105,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-27',2,212,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-28',3,321,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-29',1,108,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-30',2,218,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-10-31',3,330,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-01',1,111,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-02',2,224,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-03',3,339,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-04',1,114,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-05',2,230,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-06',3,348,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-07',1,117,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-08',2,236,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-09',3,357,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-10',1,120,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-11',2,242,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-12',3,366,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-13',1,123,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-14',2,248,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-15',3,375,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-16',1,126,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-17',2,254,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-18',3,384,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','day','2026-11-19',1,129,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','stretch','bridge',23,2185,'2026-11-18');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','stretch','cat_cow',46,4347,'2026-11-18');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','amzn1.ask.person.ONE','stretch','childs_pose',70,6615,'2026-11-19');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','one#1 %','day','2026-11-20',1,60,'');
INSERT INTO "total" VALUES('amzn1.ask.account.HOUSE','one#1 %','stretch','childs_pose',1,60,'2026-11-20');
CREATE INDEX finished_by_time ON finished (account, person, at, practice, item);
COMMIT;
