/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.jdbc;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Knows {@code DataSource}s that choose another database for each connection. Within a
 * transaction the first connection decides, so that what a handler chooses comes too
 * late.
 */
final class RoutingDataSources {

	/** Ends of the names of classes, of libraries that need not be there. */
	private static final List<String> ROUTING = List.of("RoutingDataSource", "DynamicDataSource",
			"ShardingSphereDataSource", "ShardingDataSource", "MasterSlaveDataSource");

	private RoutingDataSources() {
	}

	static boolean isRouting(DataSource dataSource) {
		DataSource each = unwrapped(dataSource);
		for (Class<?> type = each.getClass(); type != null; type = type.getSuperclass()) {
			if (ROUTING.stream().anyMatch(type.getSimpleName()::endsWith)) {
				return true;
			}
		}
		return isRoutingBehindADecorator(each);
	}

	private static DataSource unwrapped(DataSource dataSource) {
		DataSource each = dataSource;
		for (DataSource inner = inner(each); inner != null; inner = inner(each)) {
			each = inner;
		}
		return each;
	}

	private static @Nullable DataSource inner(DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating) {
			return delegating.getTargetDataSource();
		}
		return (AopProxyUtils.getSingletonTarget(dataSource) instanceof DataSource target) ? target : null;
	}

	/** Those that log or measure say what they wrap. */
	private static boolean isRoutingBehindADecorator(DataSource dataSource) {
		try {
			return dataSource.isWrapperFor(AbstractRoutingDataSource.class);
		}
		catch (SQLException | RuntimeException ex) {
			return false;
		}
	}

}
