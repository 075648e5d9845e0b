package galley.publish.edition;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.Arc;

import galley.publish.product.Product;

/** For whom the present request reads. */
@RequestScoped
public class Audience {
    private Product product;

    void limitTo(Product product) {
        this.product = product;
    }

    Product held() {
        return product;
    }

    /** To what the present request is limited; null for everything, and where there is none. */
    public static Product product() {
        var container = Arc.container();
        return container.requestContext().isActive()
                ? container.instance(Audience.class).get().held()
                : null;
    }
}
