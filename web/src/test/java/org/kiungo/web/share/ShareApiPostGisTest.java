package org.kiungo.web.share;

import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;

/** The same on PostGIS. */
@OnPostGis
class ShareApiPostGisTest extends ShareApiTest implements PostGisCheck {}
