package org.kiungo.web.account;

import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostGIS, which has texts, and rows of others, of its own kind. */
@AccountsTest
@OnPostGis
@ContextConfiguration(
    initializers = {
      ApiTest.EmptyDataFolder.class,
      Provider.FreePort.class,
      OnPostGis.SchemaOfItsOwn.class
    })
class RolesAndRoutesPostGisTest extends RolesAndRoutesTest implements PostGisCheck {}
