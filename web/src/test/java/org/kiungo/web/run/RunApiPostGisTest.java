package org.kiungo.web.run;

import org.kiungo.web.OnPostGis;

/** The same on PostGIS. */
@OnPostGis
class RunApiPostGisTest extends RunApiTest {}
