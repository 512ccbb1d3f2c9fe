package org.kiungo.web.share;

import org.kiungo.web.OnPostGis;

/** The same on PostGIS. */
@OnPostGis
class ShareApiPostGisTest extends ShareApiTest {}
